module.exports = {
  env: { NEXTAUTH_SECRET: "from the configuration" },
};
