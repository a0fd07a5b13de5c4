"use strict";
// CommonJS, because Babel is: for an import, Node reads all of a CommonJS package to find its exports, which costs
// several times what loading it does. Each part is loaded when it is first needed.

let traverse;

module.exports = {
  get parser() {
    return require("@babel/parser");
  },

  get traverse() {
    if (traverse === undefined) {
      traverse = require("@babel/traverse");
      // A type and a value may share a name, which Babel takes for a mistake and throws. Whether a program is right is not asked here.
      traverse.Scope.prototype.checkBlockScopedCollisions = () => undefined;
    }
    return traverse.default;
  },
};
