"use client";

import { getSession } from "next-auth/react";
import { refresh } from "@/lib/browser";
import { headersOf } from "@/lib/http";
import { save } from "@/lib/actions";

export function Refresh() {
  return (
    <button
      onClick={async () => {
        await getSession();
        await refresh();
        await headersOf();
        await save();
      }}
    >
      Refresh
    </button>
  );
}
