"use client";
import { useEffect, useState } from "react";
import { useSession } from "next-auth/react";

interface Note {
  id: string;
  text: string;
}

export function Notes({ notes }: { notes: Note[] }) {
  const { data: session } = useSession();
  const isEditor = session?.user?.name === "editor";
  const [openId, setOpenId] = useState<string | null>(null);
  return (
    <ul>
      {notes.map((note) => (
        <li key={note.id} onClick={() => setOpenId(note.id)}>
          {isEditor && openId === note.id ? <textarea defaultValue={note.text} /> : <p>{note.text}</p>}
        </li>
      ))}
    </ul>
  );
}

export function Article({ text }: { text: string }) {
  const { data: session } = useSession();
  const [editing, setEditing] = useState(false);
  if (session && editing) return <textarea defaultValue={text} />;
  return <article onClick={() => setEditing(true)}>{text}</article>;
}

export function Greeting() {
  const { data: session, status } = useSession();
  const [mounted, setMounted] = useState(false);
  useEffect(() => setMounted(true), []);
  return <div>{status === "loading" ? (
    <div role="status" aria-busy="true">Loading…</div>
  ) : mounted && session ? <b>{session.user?.name}</b> : <a href="/login">Sign in</a>}</div>;
}
