/** @type {import("next").NextConfig} */
const config = { output: "export" };

module.exports = config;
