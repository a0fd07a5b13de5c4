"use client";

import { request } from "@/lib/request";

export function Form() {
  return <button onClick={() => void request("/api/orders")}>Order</button>;
}
