export default async function Page() {
  const response = await fetch(`${process.env.NEXTAUTH_URL}/api/news`);
  return <p>{await response.text()}</p>;
}
