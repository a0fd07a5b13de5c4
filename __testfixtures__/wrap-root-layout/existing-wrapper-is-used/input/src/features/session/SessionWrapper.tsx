"use client";

import type { Session } from "next-auth";
import { SessionProvider } from "next-auth/react";

type Props = { children: React.ReactNode; session?: Session };

const SessionWrapper = ({ children, session }: Props) => <SessionProvider session={session}>{children}</SessionProvider>;

export default SessionWrapper;
