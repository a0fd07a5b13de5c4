import { getServerSession } from "next-auth";
import { authOptions } from "./auth";

const options = { ...authOptions, debug: true };

export const auth = () => getServerSession(options);
