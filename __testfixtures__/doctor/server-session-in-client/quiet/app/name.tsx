"use client";

export function Name({ name }: { name?: string | null }) {
  return <p>{name}</p>;
}
