"use client";

import { useObserver } from "@/hooks/use-observer";

export default function LogPage() {
  return <p>Observed by {useObserver()}</p>;
}
