"use client";

import { getServerSession } from "next-auth";
import { readName } from "@/lib/read-name";
import { both } from "@/lib/both";

export default function Page() {
  return (
    <button
      onClick={async () => {
        await getServerSession();
        await readName();
        await both();
      }}
    >
      Who am I?
    </button>
  );
}
