const { getServerSession } = require("next-auth");
const { authOptions } = require("../lib/options");

module.exports = async function who() {
  const session = await getServerSession(authOptions);
  return session?.user?.name;
};
