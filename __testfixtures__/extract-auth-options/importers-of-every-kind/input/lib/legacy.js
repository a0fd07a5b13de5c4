const { getServerSession } = require("next-auth");
const { authOptions } = require("../app/api/auth/[...nextauth]/route");

module.exports.readSession = () => getServerSession(authOptions);
