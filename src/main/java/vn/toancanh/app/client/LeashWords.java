package vn.toancanh.app.client;

import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a program that holds this client on a leash asks of its walls, a line each: the same verbs that a person's hands come
 * to, so that a benchmark measures what a person would see. Tiles are counted from 1, cameras are named by number.
 *
 * <ul>
 *   <li>{@code show 1201 1202 …}: these on the smallest shape that holds them
 *   <li>{@code page 1 64}: so many cameras in the order of their numbers, from that place in it, over all windows
 *   <li>{@code put 36 1201}: one into a tile
 *   <li>{@code clear 36}: a tile empty
 *   <li>{@code turns 1 1201 1202 …}: these take turns in a tile
 *   <li>{@code expect 1201 1202 …}: these may come next
 *   <li>{@code cool}: no stream is received that is not shown
 *   <li>{@code steer 5}: the head of that tile's camera is steered, or no more
 *   <li>{@code stall 1000}: the thread that paints stands still so many milliseconds, at most {@value #LONGEST_STALL}
 * </ul>
 */
final class LeashWords {
    private static final Logger LOG = LoggerFactory.getLogger(LeashWords.class);
    private static final int MOST_TILES = 100;
    private static final int LONGEST_STALL = 5000;

    /** Who does it. */
    interface Hands {
        void show(List<Integer> cameras);

        void page(int first, int count);

        void put(int tile, int camera);

        void clear(int tile);

        void turns(int tile, List<Integer> cameras);

        void expect(List<Integer> cameras);

        void cool();

        void steer(int tile);

        void stall(int millis);
    }

    private final Hands hands;

    LeashWords(Hands hands) {
        this.hands = hands;
    }

    /** Does what a line says; one that says nothing known is noted in the log and does nothing. */
    void take(String line) {
        String[] words = line.strip().split(" +");
        try {
            List<Integer> numbers =
                    Arrays.stream(words).skip(1).map(LeashWords::number).toList();
            if (!take(words[0], numbers)) {
                LOG.warn("a leash's word that nobody knows");
            }
        } catch (NumberFormatException wrong) {
            LOG.warn("a leash's word that says nothing", wrong);
        }
    }

    private boolean take(String verb, List<Integer> numbers) {
        int count = numbers.size();
        switch (verb) {
            case "show" -> hands.show(numbers);
            case "expect" -> hands.expect(numbers);
            case "cool" -> hands.cool();
            case "page" -> {
                if (count != 2 || numbers.get(1) > MOST_TILES) {
                    return false;
                }
                hands.page(numbers.get(0), numbers.get(1));
            }
            case "put" -> {
                if (count != 2) {
                    return false;
                }
                hands.put(numbers.get(0), numbers.get(1));
            }
            case "clear" -> {
                if (count != 1) {
                    return false;
                }
                hands.clear(numbers.get(0));
            }
            case "steer", "stall" -> {
                return count == 1 && toOne(verb, numbers.getFirst());
            }
            case "turns" -> {
                if (count < 3) {
                    return false;
                }
                hands.turns(numbers.get(0), numbers.subList(1, count));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean toOne(String verb, int number) {
        if (verb.equals("steer")) {
            hands.steer(number);
        } else if (number <= LONGEST_STALL) {
            hands.stall(number);
        } else {
            return false;
        }
        return true;
    }

    private static Integer number(String word) {
        if (!word.matches("[1-9]\\d{0,5}")) {
            throw new NumberFormatException("no number from 1 to 999999");
        }
        return Integer.valueOf(word);
    }
}
