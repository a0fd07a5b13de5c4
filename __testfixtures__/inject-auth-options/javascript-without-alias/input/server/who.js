const { getServerSession } = require("next-auth");

module.exports = async function who() {
  const session = await getServerSession();
  return session?.user?.name;
};
