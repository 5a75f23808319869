package vn.toancanh.wall;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import vn.toancanh.model.CameraId;

/**
 * A numbered group of cameras that is thrown onto tiles at one stroke. Immutable; any thread.
 *
 * @param number from 1, of {@link CallUp#MOST_DIGITS} digits at most
 * @param cameras in the order of the tiles, 1 to {@link #MOST}
 */
public record Salvo(int number, List<CameraId> cameras) {
    /** The most cameras of one. */
    public static final int MOST = 100;

    private static final int HIGHEST = 999_999;

    public Salvo {
        cameras = List.copyOf(cameras);
        if (number < 1 || number > HIGHEST || cameras.isEmpty() || cameras.size() > MOST) {
            throw new IllegalArgumentException("salvo " + number + " of " + cameras.size());
        }
    }

    /** As text: one a line, the number and then the cameras, with blanks between. */
    public static String write(List<Salvo> salvos) {
        return salvos.stream()
                .map(salvo -> salvo.number() + " "
                        + salvo.cameras().stream().map(CameraId::value).collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
    }

    /** What {@link #write} wrote; lines that are none are left out. */
    public static List<Salvo> read(String text) {
        List<Salvo> salvos = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            List<String> words = Arrays.stream(line.split(" ", -1))
                    .filter(word -> !word.isBlank())
                    .toList();
            if (words.size() > 1 && words.size() <= MOST + 1 && words.getFirst().matches("[1-9][0-9]{0,5}")) {
                salvos.add(new Salvo(
                        Integer.parseInt(words.getFirst()),
                        words.stream().skip(1).map(CameraId::new).toList()));
            }
        }
        return salvos;
    }
}
