"use client";

import * as Auth from "next-auth/react";
import { memo, type PropsWithChildren } from "react";

function Session(props: PropsWithChildren) {
  return <Auth.SessionProvider {...props} />;
}

export const Root = memo(function Root({ children: page }: PropsWithChildren) {
  const content = <section>{page}</section>;
  return <Session>{content}</Session>;
});
