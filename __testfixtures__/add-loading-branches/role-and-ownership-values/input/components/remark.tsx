"use client";

import { useEffect, useState } from "react";
import { useSession } from "next-auth/react";

interface RemarkProps {
  text: string;
  author: { name: string; email: string };
}

export function Remark({ text, author }: RemarkProps) {
  const { data: session } = useSession();
  const [votes, setVotes] = useState(0);
  const isOwn = session?.user?.email === author.email;
  const contact = session?.user?.email || session?.user?.name;

  useEffect(() => {
    if (!contact) return;
    setVotes(contact.length);
  }, [contact]);

  return (
    <article className={isOwn ? "own" : "other"} aria-label={`${isOwn ? "Your" : "A"} remark`}>
      <h3>{isOwn ? "You" : author.name}</h3>
      <p title={contact}>{text}</p>
      <p>{votes}</p>
    </article>
  );
}
