package vn.toancanh.rtsp.depacketise;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/**
 * Tables that every JPEG decoder needs and RFC 2435 leaves out of the packets.
 *
 * @param bytes one, two or three tables in zigzag order, one behind the other
 * @param precision bit n: table n has 16 bits an entry
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity only
record JpegTables(byte[] bytes, int precision) {
    private static final int ENTRIES = 64;
    private static final int MOST_TABLES = 3;

    /** ITU-T T.81 tables K.1 and K.2 in zigzag order. */
    private static final byte[] LUMINANCE = hex("100b0c0e0c0a100e0d0e1211101318281a1816161831232"
            + "51d283a333d3c3933383740485c4e404457453738506d51575f626768673e4d71797064785c656763");

    private static final byte[] CHROMINANCE = hex("1112121815182f1a1a2f63423842636363636363636363636363636363636363"
            + "6363636363636363636363636363636363636363636363636363636363636363");

    /** T.81 tables K.3 to K.6 as one DHT segment each, without marker and length. */
    private static final String DC_LUMINANCE = "00" + "00010501010101010100000000000000" + "000102030405060708090a0b";

    private static final String DC_CHROMINANCE = "01" + "00030101010101010101010000000000" + "000102030405060708090a0b";
    private static final String AC_LUMINANCE = "10"
            + "0002010303020403050504040000017d"
            + "0102030004110512213141061351610722711432"
            + "8191a1082342b1c11552d1f02433627282090a16"
            + "1718191a25262728292a3435363738393a434445"
            + "464748494a535455565758595a63646566676869"
            + "6a737475767778797a838485868788898a929394"
            + "95969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6"
            + "b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8"
            + "d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8"
            + "f9fa";
    private static final String AC_CHROMINANCE = "11"
            + "00020102040403040705040400010277"
            + "0001020311040521310612415107617113223281"
            + "08144291a1b1c109233352f0156272d10a162434"
            + "e125f11718191a262728292a35363738393a4344"
            + "45464748494a535455565758595a636465666768"
            + "696a737475767778797a82838485868788898a92"
            + "939495969798999aa2a3a4a5a6a7a8a9aab2b3b4"
            + "b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6"
            + "d7d8d9dae2e3e4e5e6e7e8e9eaf2f3f4f5f6f7f8"
            + "f9fa";

    /** All four Huffman tables, as they follow the marker and length of their segment. */
    private static final byte[] HUFFMAN = hex(DC_LUMINANCE + AC_LUMINANCE + DC_CHROMINANCE + AC_CHROMINANCE);

    /** A copy of the standard's four Huffman tables, as they follow the marker and length of their segment. */
    static byte[] huffman() {
        return HUFFMAN.clone();
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    /** The tables of a quality from 1 to 99, RFC 2435 appendix A. */
    static JpegTables ofQuality(int quality) {
        int scale = quality < 50 ? 5000 / quality : 200 - 2 * quality;
        byte[] both = new byte[2 * ENTRIES];
        for (int i = 0; i < ENTRIES; i++) {
            both[i] = scaled(LUMINANCE[i], scale);
            both[ENTRIES + i] = scaled(CHROMINANCE[i], scale);
        }
        return new JpegTables(both, 0);
    }

    private static byte scaled(byte entry, int scale) {
        return (byte) Math.clamp(((entry & 0xffL) * scale + 50) / 100, 1, 255);
    }

    /** True where the bytes are tables to the last. */
    boolean whole() {
        int at = 0;
        int count = 0;
        while (at < bytes.length && count < MOST_TABLES) {
            at += size(count++);
        }
        return count > 0 && at == bytes.length;
    }

    int count() {
        int at = 0;
        int count = 0;
        while (at < bytes.length) {
            at += size(count++);
        }
        return count;
    }

    boolean wide() {
        return precision != 0;
    }

    private int size(int table) {
        return (precision >> table & 1) == 0 ? ENTRIES : 2 * ENTRIES;
    }

    /** Writes a segment for each table, numbered from 0. */
    void write(ByteArrayOutputStream to) {
        int at = 0;
        for (int table = 0; at < bytes.length; table++) {
            int size = size(table);
            to.write(0xff);
            to.write(0xdb);
            to.write(0);
            to.write(size + 3);
            to.write((size > ENTRIES ? 0x10 : 0) | table);
            to.write(bytes, at, size);
            at += size;
        }
    }
}
