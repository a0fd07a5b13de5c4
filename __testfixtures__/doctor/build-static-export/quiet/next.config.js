/** @type {import("next").NextConfig} */
const config = { output: "standalone" };

module.exports = config;
