"use client";

const { createElement } = require("react");
const { SessionProvider } = require("next-auth/react");

module.exports = function SessionWrapper({ children }) {
  return createElement(SessionProvider, null, children);
};
