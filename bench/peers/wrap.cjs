// What a first version of wrap-root-layout looks like with jscodeshift's own means.
module.exports = function transform(file, { jscodeshift: j }, { textFirst }) {
  if (textFirst && !file.source.includes("<body")) return undefined;
  const root = j(file.source);
  const bodies = root.find(j.JSXElement, { openingElement: { name: { name: "body" } } });
  if (bodies.size() === 0) return undefined;
  const name = () => j.jsxIdentifier("AuthProvider");
  bodies.forEach(
    ({ node }) => (node.children = [j.jsxElement(j.jsxOpeningElement(name(), []), j.jsxClosingElement(name()), node.children)]),
  );
  root
    .get()
    .node.program.body.unshift(
      j.importDeclaration([j.importSpecifier(j.identifier("AuthProvider"))], j.literal("@/components/AuthProvider")),
    );
  return root.toSource();
};
module.exports.parser = "tsx";
