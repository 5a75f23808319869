package vn.toancanh.app.screens;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/**
 * What a monitor says of itself, by the base block of its EDID (VESA Enhanced EDID Standard, release A revision 2, section 3).
 * Any thread.
 */
final class Edid {
    /** Table 3.1: eight bytes that every base block begins with. */
    private static final long HEADER = 0x00FFFFFFFFFFFF00L;

    private static final int BLOCK = 128;
    private static final int FIRST_DESCRIPTOR = 54;
    private static final int DESCRIPTOR = 18;
    private static final int DESCRIPTORS = 4;
    /** Section 3.10.3: a display's serial number, up to 13 signs. */
    private static final int SERIAL_TAG = 0xFF;

    private Edid() {}

    /**
     * Which piece it is: maker, model and serial number, such as {@code DEL-A0B1-4C4B3135-7MT0188K15KL}. Pieces whose maker gave
     * them no number all say the same.
     *
     * @param hex the property as hexadecimal digits
     * @return one word; empty where these bytes are no EDID, or are damaged
     */
    static String identity(String hex) {
        byte[] bytes;
        try {
            bytes = HexFormat.of().parseHex(hex.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException noDigits) {
            return "";
        }
        if (bytes.length < BLOCK || number(bytes, 0, 8) != HEADER || !sumIsRight(bytes)) {
            return "";
        }
        String serial = serial(bytes);
        return maker((int) number(bytes, 8, 2))
                + String.format(Locale.ROOT, "-%02X%02X-%08X", bytes[11], bytes[10], backwards(bytes, 12, 4))
                + (serial.isEmpty() ? "" : "-" + serial);
    }

    /** Section 3.11: all bytes of a block add up to 0. */
    private static boolean sumIsRight(byte[] bytes) {
        int sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += bytes[i] & 0xFF;
        }
        return (sum & 0xFF) == 0;
    }

    private static long number(byte[] bytes, int from, int count) {
        long number = 0;
        for (int i = from; i < from + count; i++) {
            number = (number << 8) | (bytes[i] & 0xFF);
        }
        return number;
    }

    private static long backwards(byte[] bytes, int from, int count) {
        long number = 0;
        for (int i = from + count - 1; i >= from; i--) {
            number = (number << 8) | (bytes[i] & 0xFF);
        }
        return number;
    }

    /** Section 3.4.1: three letters of five bits, A being 1. */
    private static String maker(int packed) {
        StringBuilder letters = new StringBuilder();
        for (int shift = 10; shift >= 0; shift -= 5) {
            letters.append((char) ('A' - 1 + ((packed >> shift) & 31)));
        }
        return letters.toString().replaceAll("[^A-Z]", "_");
    }

    private static String serial(byte[] bytes) {
        for (int i = 0; i < DESCRIPTORS; i++) {
            int at = FIRST_DESCRIPTOR + i * DESCRIPTOR;
            boolean isText = bytes[at] == 0 && bytes[at + 1] == 0 && bytes[at + 2] == 0;
            if (isText && (bytes[at + 3] & 0xFF) == SERIAL_TAG) {
                String text = new String(bytes, at + 5, DESCRIPTOR - 5, StandardCharsets.US_ASCII);
                return text.split("\n", -1)[0].strip().replaceAll("[^A-Za-z0-9]", "_");
            }
        }
        return "";
    }
}
