import { MarketMenu } from "../components/market-menu";

export default function Page() {
  return <MarketMenu asked={false} />;
}
