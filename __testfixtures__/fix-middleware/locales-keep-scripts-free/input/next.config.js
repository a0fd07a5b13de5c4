const { i18n } = require("./i18n.config");

module.exports = {
  i18n,
};
