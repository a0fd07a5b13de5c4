export function Spinner() {
  return <div className="spin" />;
}
