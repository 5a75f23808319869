package vn.toancanh.simulator.clip;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Takes coded pictures out of an AVI as it is being written: of all containers that ffmpeg writes to a pipe the plainest that says how long a
 * picture is before it comes, so that none waits for the next. One thread.
 */
final class AviPictures {
    private static final int RIFF = word("RIFF");
    private static final int LIST = word("LIST");
    private static final int MOVIE = word("movi");
    private static final int PICTURE = word("00dc");
    private static final int MOST_BYTES = 8 * 1024 * 1024;

    private final DataInputStream in;

    AviPictures(InputStream in) {
        this.in = new DataInputStream(in);
    }

    private static int word(String four) {
        return four.charAt(0) << 24 | four.charAt(1) << 16 | four.charAt(2) << 8 | four.charAt(3);
    }

    /**
     * The next picture as the encoder made it.
     *
     * @throws EOFException where no more comes
     */
    byte[] next() throws IOException {
        while (true) {
            int name = in.readInt();
            int size = Integer.reverseBytes(in.readInt());
            if (name == RIFF) {
                in.readInt();
            } else if (name == LIST) {
                if (in.readInt() != MOVIE) {
                    skip(size - 4);
                }
            } else {
                byte[] content = content(size);
                if (name == PICTURE && size > 0) {
                    return content;
                }
            }
        }
    }

    private byte[] content(int size) throws IOException {
        if (size < 0 || size > MOST_BYTES) {
            throw new IOException("a chunk of " + size + " bytes");
        }
        byte[] content = new byte[size];
        in.readFully(content);
        skip(size & 1);
        return content;
    }

    private void skip(int bytes) throws IOException {
        if (bytes < 0) {
            throw new IOException("a list of " + bytes + " bytes");
        }
        in.skipNBytes(bytes);
    }
}
