export function SeedList() {
  return <ul />;
}
