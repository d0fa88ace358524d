extern void onEvent(int);

void pump(void) {
  for (int i = 0;; i++) onEvent(i & 63);
}
