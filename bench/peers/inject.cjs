// What a first version of inject-auth-options looks like with jscodeshift's own means.
module.exports = function transform(file, { jscodeshift: j }, { textFirst }) {
  if (textFirst && !file.source.includes("getServerSession")) return undefined;
  const root = j(file.source);
  const calls = root.find(j.CallExpression, { callee: { name: "getServerSession" } }).filter(({ node }) => node.arguments.length === 0);
  if (calls.size() === 0) return undefined;
  calls.forEach(({ node }) => node.arguments.push(j.identifier("authOptions")));
  root.get().node.program.body.unshift(j.importDeclaration([j.importSpecifier(j.identifier("authOptions"))], j.literal("@/lib/auth")));
  return root.toSource();
};
module.exports.parser = "tsx";
