package vn.toancanh.bench.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Spoils bytes: some at random, some where it hurts. */
final class Spoiler {
    private static final int[] EDGES = {0, 1, 0x24, 0x7f, 0x80, 0xff, '\r', '\n', ' ', ':', '=', ';', ',', '"', '$', '/'
    };
    private static final String[] NUMBERS = {
        "0",
        "-1",
        "1",
        "255",
        "256",
        "65535",
        "65536",
        "2147483647",
        "2147483648",
        "9999999999999999999999",
        "",
        "0x10",
        "1e9"
    };

    private final RandomGenerator random;

    Spoiler(RandomGenerator random) {
        this.random = random;
    }

    /** The same bytes, or most of them, with a few wrongs; the given array is not changed. */
    byte[] spoil(byte[] good) {
        byte[] bad = good.clone();
        for (int wrongs = 1 + random.nextInt(4); wrongs > 0; wrongs--) {
            bad = once(bad);
        }
        return bad;
    }

    private byte[] once(byte[] bytes) {
        if (bytes.length == 0) {
            return new byte[random.nextInt(4)];
        }
        return switch (random.nextInt(10)) {
            case 0 -> flipped(bytes);
            case 1 -> edged(bytes);
            case 2 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 3 -> without(bytes);
            case 4 -> doubled(bytes, 1);
            case 5 -> inserted(bytes);
            case 6 -> numbered(bytes);
            case 7 -> bytes.length > 400 ? edged(bytes) : doubled(bytes, 1 + random.nextInt(60));
            case 8 -> swapped(bytes);
            default -> flipped(edged(bytes));
        };
    }

    private byte[] flipped(byte[] bytes) {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return bytes;
    }

    private byte[] edged(byte[] bytes) {
        bytes[random.nextInt(bytes.length)] = (byte) EDGES[random.nextInt(EDGES.length)];
        return bytes;
    }

    private byte[] without(byte[] bytes) {
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + 1 + random.nextInt(30));
        return joined(Arrays.copyOf(bytes, from), Arrays.copyOfRange(bytes, to, bytes.length));
    }

    private byte[] doubled(byte[] bytes, int times) {
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + 1 + random.nextInt(60));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, to);
        for (int i = 0; i < times; i++) {
            out.write(bytes, from, to - from);
        }
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }

    private byte[] inserted(byte[] bytes) {
        int at = random.nextInt(bytes.length + 1);
        byte[] more = new byte[1 + random.nextInt(12)];
        random.nextBytes(more);
        return joined(Arrays.copyOf(bytes, at), more, Arrays.copyOfRange(bytes, at, bytes.length));
    }

    /** Puts another number in the place of one, as far as these bytes are text. */
    private byte[] numbered(byte[] bytes) {
        int start = random.nextInt(bytes.length);
        while (start < bytes.length && (bytes[start] < '0' || bytes[start] > '9')) {
            start++;
        }
        int end = start;
        while (end < bytes.length && bytes[end] >= '0' && bytes[end] <= '9') {
            end++;
        }
        byte[] other = NUMBERS[random.nextInt(NUMBERS.length)].getBytes(StandardCharsets.US_ASCII);
        return joined(Arrays.copyOf(bytes, start), other, Arrays.copyOfRange(bytes, end, bytes.length));
    }

    private byte[] swapped(byte[] bytes) {
        int one = random.nextInt(bytes.length);
        int two = random.nextInt(bytes.length);
        byte kept = bytes[one];
        bytes[one] = bytes[two];
        bytes[two] = kept;
        return bytes;
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
