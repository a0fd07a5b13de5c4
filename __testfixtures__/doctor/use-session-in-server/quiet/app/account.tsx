"use client";

import { Name } from "./name";

export function Account() {
  return <Name />;
}
