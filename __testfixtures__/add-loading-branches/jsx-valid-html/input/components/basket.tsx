"use client";

import { useSession } from "next-auth/react";

export function Basket() {
  const { data: session } = useSession();

  return (
    <section>
      <p>{session ? <b>Yours</b> : <i>Nobody's</i>}</p>
      <h2>{session ? "Your basket" : "A basket"}</h2>
      <ul>
        {session ? <li>Apples</li> : <li>Sign in to fill it</li>}
        <li>{session ? <a href="/pay">Pay</a> : <a href="/login">Sign in</a>}</li>
      </ul>
      <table>
        <tbody>{session ? <tr /> : <tr hidden />}</tbody>
      </table>
      <select>{session ? <option>Mine</option> : <option>None</option>}</select>
      <button>
        <span>{session ? <b>Out</b> : <b>In</b>}</span>
      </button>
    </section>
  );
}

export function BasketRow(): JSX.Element {
  const { data: session } = useSession();
  if (!session) {
    return <li>Sign in</li>;
  }
  return <li>Apples</li>;
}
