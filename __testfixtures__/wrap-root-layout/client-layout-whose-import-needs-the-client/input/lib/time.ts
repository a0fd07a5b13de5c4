import { useState } from "react";

export function useTime() {
  const [now] = useState(() => new Date().toISOString());
  return now;
}
