"use client";

import { useSession } from "next-auth/react";

export function Basket() {
  const { data: session, status } = useSession();

  return (
    <section>
      <p>{status === "loading" ? null : session ? <b>Yours</b> : <i>Nobody's</i>}</p>
      <h2>{status === "loading" ? null : session ? "Your basket" : "A basket"}</h2>
      <ul>
        {status === "loading" ? null : session ? <li>Apples</li> : <li>Sign in to fill it</li>}
        <li>{status === "loading" ? (
          <div role="status" aria-busy="true">Loading…</div>
        ) : session ? <a href="/pay">Pay</a> : <a href="/login">Sign in</a>}</li>
      </ul>
      <table>
        <tbody>{status === "loading" ? null : session ? <tr /> : <tr hidden />}</tbody>
      </table>
      <select>{status === "loading" ? null : session ? <option>Mine</option> : <option>None</option>}</select>
      <button>
        <span>{status === "loading" ? null : session ? <b>Out</b> : <b>In</b>}</span>
      </button>
    </section>
  );
}

export function BasketRow(): JSX.Element {
  const { data: session, status } = useSession();
  if (status === "loading") {
    return <></>;
  }

  if (!session) {
    return <li>Sign in</li>;
  }
  return <li>Apples</li>;
}
