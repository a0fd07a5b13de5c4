export function createPool() {
  return {
    find: async (card: string, address: string | null) => ({ id: card, name: address }),
  };
}
