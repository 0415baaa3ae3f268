package example;

public class NoSuchDogException extends Exception {
    private static final long serialVersionUID = 1;

    public NoSuchDogException(long id) {
        super("there is no dog " + id);
    }
}
