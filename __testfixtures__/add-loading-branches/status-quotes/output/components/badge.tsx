'use client';

import { useEffect } from 'react';
import { useRouter } from 'next/navigation';
import { useSession } from 'next-auth/react';

export function Badge() {
  const { data: session, status } = useSession();
  const router = useRouter();

  useEffect(() => {
    if (status !== "loading" && session?.user?.email !== 'warden@example.org') router.push('/');
  }, [session, router, status]);

  return <b>{status === "authenticated" ? 'Warden' : null}</b>;
}
