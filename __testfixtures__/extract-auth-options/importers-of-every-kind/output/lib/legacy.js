const { getServerSession } = require("next-auth");
const { authOptions } = require("./auth");

module.exports.readSession = () => getServerSession(authOptions);
