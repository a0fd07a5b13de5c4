// What a first version of add-loading-branches looks like with jscodeshift's own means.
module.exports = function transform(file, { jscodeshift: j }, { textFirst }) {
  if (textFirst && !file.source.includes("useSession")) return undefined;
  const root = j(file.source);
  const consumers = root.find(j.VariableDeclarator, { init: { type: "CallExpression", callee: { name: "useSession" } } });
  if (consumers.size() === 0) return undefined;
  consumers.forEach(({ node }) => {
    if (node.id.type === "ObjectPattern")
      node.id.properties.push(Object.assign(j.objectProperty(j.identifier("status"), j.identifier("status")), { shorthand: true }));
  });
  return root.toSource();
};
module.exports.parser = "tsx";
