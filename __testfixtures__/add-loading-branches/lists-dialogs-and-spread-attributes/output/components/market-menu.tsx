"use client";

import type { ReactNode } from "react";
import { signIn, useSession } from "next-auth/react";

const guestLinks = [{ href: "/stalls", label: "Stalls" }];
const sellerLinks = [{ href: "/stalls/mine", label: "My stall" }];

function Dialog({ isOpen, children }: { isOpen: boolean; children: ReactNode }) {
  return isOpen ? <div role="dialog">{children}</div> : null;
}

export function MarketMenu({ asked }: { asked: boolean }) {
  const { data: session, status } = useSession();
  const links = session ? sellerLinks : guestLinks;

  return (
    <nav>
      {links.map((link) => (
        <a key={link.href} href={link.href}>
          {link.label}
        </a>
      ))}
      <button type="button" {...(!session && { onClick: () => signIn() })}>
        Open a stall
      </button>
      {status === "loading" ? null : session ? <Dialog isOpen={asked}>Your stall is open.</Dialog> : <Dialog isOpen={asked}>Sign in first.</Dialog>}
    </nav>
  );
}
