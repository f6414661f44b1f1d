package dk.klyngeflow.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Where a caller comes from, as whoever counts callers should see it. */
public final class Networks {

    private static final int LONGEST = 60;

    private Networks() {}

    /** The address itself, or the /64 that an address of IPv6 is in. What is no address is a network of its own. */
    public static String of(String address) {
        if (address.indexOf(':') < 0 || !address.matches("[0-9a-fA-F:.\\[\\]]{2,47}(%\\w+)?")) {
            return address.length() > LONGEST ? address.substring(0, LONGEST) : address;
        }
        try {
            // only digits and colons: no name that would be looked up
            InetAddress known = InetAddress.getByName(address.replaceAll("%.*", ""));
            return known instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(known.getAddress(), 8)) + "/64"
                    : known.getHostAddress();
        } catch (UnknownHostException noAddress) {
            return address;
        }
    }
}
