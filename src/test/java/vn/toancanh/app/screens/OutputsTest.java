package vn.toancanh.app.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.toancanh.model.Monitor;

/** What is read of the outputs of an X server, and of what monitors say of themselves. */
class OutputsTest {
    /** A base block of VESA Enhanced EDID, as VESA's standard lays it out: DEL, model A0B1, number 12345678. */
    private static byte[] edid(String serial) {
        byte[] block = new byte[128];
        for (int i = 1; i < 7; i++) {
            block[i] = (byte) 0xFF;
        }
        int maker = (('D' - '@') << 10) | (('E' - '@') << 5) | ('L' - '@');
        block[8] = (byte) (maker >> 8);
        block[9] = (byte) maker;
        block[10] = (byte) 0xB1;
        block[11] = (byte) 0xA0;
        block[12] = 0x78;
        block[13] = 0x56;
        block[14] = 0x34;
        block[15] = 0x12;
        if (!serial.isEmpty()) {
            block[72 + 3] = (byte) 0xFF;
            byte[] text = (serial + "\n            ").getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(text, 0, block, 72 + 5, 13);
        }
        return summed(block);
    }

    private static byte[] summed(byte[] block) {
        int sum = 0;
        for (int i = 0; i < 127; i++) {
            sum += block[i];
        }
        block[127] = (byte) -sum;
        return block;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static String lines(byte[] edid) {
        StringBuilder lines = new StringBuilder("\tEDID: \n");
        for (int at = 0; at < edid.length; at += 16) {
            lines.append("\t\t")
                    .append(HexFormat.of().formatHex(edid, at, at + 16))
                    .append('\n');
        }
        return lines.toString();
    }

    @Test
    void outputsThatShowSomethingAreReadWithTheirNamesPlacesAndPieces() {
        String printed = "Screen 0: minimum 64 x 64, current 5760 x 2160, maximum 32767 x 32767\n"
                + "eDP-1 connected (normal left inverted right x axis y axis)\n"
                + "   1920x1080     60.01 +\n"
                + "HDMI-1 connected primary 1920x1080+0+540 (normal left inverted right x axis y axis) 527mm x 296mm\n"
                + lines(edid("7MT0188K15KL"))
                + "\tBroadcast RGB: Automatic \n\t\tsupported: Automatic, Full, Limited 16:235\n"
                + "   1920x1080     60.00*+  50.00\n"
                + "DP-1-2 connected 1080x1920+1920+-100 left (normal left inverted right x axis y axis) 0mm x 0mm\n"
                + "\tEDID: \n\t\t00ffffffffffff00nonsense\n"
                + "   1080x1920     29.98*+\n"
                + "DP-2 disconnected (normal left inverted right x axis y axis)\n"
                + "VGA-1 disconnected 640x480+3000+0 (normal left inverted right x axis y axis) 0mm x 0mm\n"
                + "DUMMY3 connected 640x360+3640+0 0mm x 0mm\n";
        assertThat(Outputs.read(printed))
                .containsExactly(
                        new Monitor("HDMI-1", "DEL-A0B1-12345678-7MT0188K15KL", 0, 540, 1920, 1080),
                        new Monitor("DP-1-2", "", 1920, -100, 1080, 1920),
                        new Monitor("VGA-1", "", 3000, 0, 640, 480),
                        new Monitor("DUMMY3", "", 3640, 0, 640, 360));
    }

    @Test
    void whatIsNoAnswerOfThatProgramHasNoOutputs() {
        assertThat(Outputs.read("")).isEmpty();
        assertThat(Outputs.read("Can't open display :77\n")).isEmpty();
        assertThat(Outputs.read("A connected 0x0+0+0 0mm x 0mm\nB connected 99999999x1+0+0\n"))
                .isEmpty();
    }

    @Test
    void aPieceSaysWhoMadeItAndWhichItIs() {
        assertThat(Edid.identity(hex(edid("7MT 018/K")))).isEqualTo("DEL-A0B1-12345678-7MT_018_K");
        assertThat(Edid.identity(hex(edid("")))).isEqualTo("DEL-A0B1-12345678");
    }

    @Test
    void aDamagedOneSaysNothing() {
        byte[] good = edid("7MT0188K15KL");
        for (int at = 0; at < good.length; at++) {
            byte[] damaged = good.clone();
            damaged[at] = (byte) (damaged[at] ^ 0x10);
            assertThat(Edid.identity(hex(damaged))).as("byte " + at).isEmpty();
        }
        assertThat(Edid.identity(hex(good).substring(2))).isEmpty();
        assertThat(Edid.identity(hex(good).substring(1))).isEmpty();
        assertThat(Edid.identity("zz")).isEmpty();
    }

    @Test
    void noiseIsReadWithoutHarmAndGivesOneWord() {
        Random random = new Random(128);
        for (int round = 0; round < 2000; round++) {
            byte[] noise = new byte[128];
            random.nextBytes(noise);
            System.arraycopy(edid(""), 0, noise, 0, 8);
            assertThat(Edid.identity(hex(summed(noise)))).matches("[A-Z_]{3}-[0-9A-F]{4}-[0-9A-F]{8}(-[A-Za-z0-9_]+)?");
        }
    }
}
