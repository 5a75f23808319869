package vn.toancanh.catalogue;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import vn.toancanh.model.Camera;

/** The cameras that have a number, by number: those whose decimal begins with some digits are a few ranges. Immutable. */
final class Numbers {
    private static final int MOST_DIGITS = 6;

    private final int[] numbers;
    private final int[] cameras;

    Numbers(List<Camera> all) {
        List<Integer> numbered = IntStream.range(0, all.size())
                .filter(i -> all.get(i).number() != null)
                .boxed()
                .sorted((a, b) -> Integer.compare(number(all, a), number(all, b)))
                .toList();
        cameras = numbered.stream().mapToInt(Integer::intValue).toArray();
        numbers = numbered.stream().mapToInt(i -> number(all, i)).toArray();
    }

    private static int number(List<Camera> all, int camera) {
        Integer number = all.get(camera).number();
        return number == null ? 0 : number;
    }

    /** Gives the cameras whose number begins with those digits, smallest number first. */
    void eachStarting(String digits, IntConsumer found) {
        if (digits.length() > MOST_DIGITS || !isDigits(digits) || digits.charAt(0) == '0') {
            return;
        }
        int start = Integer.parseInt(digits);
        int size = 1;
        for (int more = digits.length(); more <= MOST_DIGITS; more++) {
            each(start * size, start * size + size, found);
            size *= 10;
        }
    }

    /** Gives the cameras of exactly that number. */
    void eachOf(int number, IntConsumer found) {
        each(number, number + 1, found);
    }

    private void each(int from, int to, IntConsumer found) {
        int at = Arrays.binarySearch(numbers, from);
        at = at < 0 ? -at - 1 : at;
        while (at > 0 && numbers[at - 1] == from) {
            at--;
        }
        for (; at < numbers.length && numbers[at] < to; at++) {
            found.accept(cameras[at]);
        }
    }

    /** Marks the cameras whose number begins with those digits. */
    void mark(String digits, BitSet found) {
        eachStarting(digits, found::set);
    }

    static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
