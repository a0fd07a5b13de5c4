"use client";

export function Widget() {
  return <button onClick={() => void fetch(`${process.env.NEXT_PUBLIC_URL}/api/orders/7`)}>Reload</button>;
}
