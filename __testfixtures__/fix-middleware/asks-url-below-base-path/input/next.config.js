module.exports = {
  basePath: "/club",
};
