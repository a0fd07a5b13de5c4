// What a first version of extract-auth-options looks like with jscodeshift's own means.
module.exports = function transform(file, { jscodeshift: j }, { textFirst }) {
  if (textFirst && !file.source.includes("NextAuth(")) return undefined;
  const root = j(file.source);
  const calls = root
    .find(j.CallExpression, { callee: { name: "NextAuth" } })
    .filter(({ node }) => node.arguments[0]?.type === "ObjectExpression");
  if (calls.size() === 0) return undefined;
  calls.forEach(({ node }) => (node.arguments[0] = j.identifier("authOptions")));
  root.get().node.program.body.unshift(j.importDeclaration([j.importSpecifier(j.identifier("authOptions"))], j.literal("@/lib/auth")));
  return root.toSource();
};
module.exports.parser = "tsx";
