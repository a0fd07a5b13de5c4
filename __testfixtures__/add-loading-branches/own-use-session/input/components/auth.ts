export { useSession as useAuthSession } from "next-auth/react";
