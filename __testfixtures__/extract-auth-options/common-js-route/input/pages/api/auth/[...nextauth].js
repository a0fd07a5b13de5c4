const NextAuth = require("next-auth").default;
const GitHub = require("next-auth/providers/github").default;

module.exports = NextAuth({
  providers: [
    GitHub({
      clientId: process.env.GITHUB_ID,
      clientSecret: process.env.GITHUB_SECRET,
    }),
  ],
});
