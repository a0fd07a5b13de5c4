import { useTime } from "@/lib/time";

export function Clock() {
  return <time>{useTime()}</time>;
}
