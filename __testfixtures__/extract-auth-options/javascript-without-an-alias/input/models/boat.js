export default { count: async () => 3 };
